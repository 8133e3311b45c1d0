// Runs npm's telegram-test-api (a Bot API emulator that this project did not write) for test_telegram_peer.py.
// Its own client plays the person: each line on standard input is {"say": text} or {"press": data}.
// node peer.cjs <folder with node_modules> <port> <token> <person id>

const { createRequire } = require("node:module");
const readline = require("node:readline");

const [folder, port, token, person] = process.argv.slice(2);
const TelegramServer = createRequire(`${folder}/`)("telegram-test-api");
const server = new TelegramServer({ port: Number(port), host: "127.0.0.1" });

server.start().then(() => {
  const id = Number(person);
  const client = server.getClient(token, { userId: id, chatId: id, firstName: "Sam" });
  console.log("ready");
  readline.createInterface({ input: process.stdin }).on("line", async (line) => {
    const act = JSON.parse(line);
    if ("say" in act) await client.sendMessage(client.makeMessage(act.say));
    else await client.sendCallback(client.makeCallbackQuery(act.press));
    console.log("done");
  });
});
process.stdin.on("end", () => process.exit(0));
