/* What a chat page does beyond plain forms: it keeps words until they are sent, and shows news by itself.
   Everything works without it. Written for browsers of 2017 and later: no newer syntax. */
(function () {
  "use strict";

  var chat = document.getElementById("chat");
  var log = document.getElementById("log");
  var box = document.getElementById("text");
  var sayForm = document.getElementById("say");
  var notice = document.getElementById("notice");
  var offline = document.getElementById("offline");
  var toNewest = document.getElementById("to-newest");
  var path = chat.getAttribute("data-path");
  var csrf = chat.getAttribute("data-csrf");
  var version = Number(chat.getAttribute("data-version"));
  var keep = path + " " + chat.getAttribute("data-chat");
  var queue = [];
  var sending = false;
  var stopped = false;
  var pause = 0;
  var timer = null;
  var wantsFocus = false;
  var source = null;
  var tabs = document.getElementById("tabs");
  var shownTabs = "";

  /* Things kept on the device until they are sent. Without storage they are kept while the page is open. */

  function remember(name, value) {
    try {
      if (value === null) { localStorage.removeItem(name + " " + keep); }
      else { localStorage.setItem(name + " " + keep, value); }
    } catch (error) { /* private browsing has no storage */ }
  }

  function recall(name) {
    try { return localStorage.getItem(name + " " + keep); } catch (error) { return null; }
  }

  function saveQueue() {
    var kept = queue.filter(function (item) { return !item.file; });
    remember("queue", kept.length ? JSON.stringify(kept) : null);
  }

  function newId() {
    var letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    var random = new Uint8Array(20);
    var id = "";
    window.crypto.getRandomValues(random);
    for (var at = 0; at < random.length; at += 1) { id += letters.charAt(random[at] % letters.length); }
    return id;
  }

  /* Where one is in the chat */

  function atNewest() { return chat.scrollHeight - chat.scrollTop - chat.clientHeight < 120; }

  function goToNewest() {
    chat.scrollTop = chat.scrollHeight;
    toNewest.hidden = true;
  }

  function tell(text) {
    notice.textContent = text || "";
    notice.hidden = !text;
  }

  function grow() {
    box.style.height = "auto";
    box.style.height = Math.min(box.scrollHeight + 4, 220) + "px";
  }

  /* Messages */

  function make(html) {
    var holder = document.createElement("ol");
    holder.innerHTML = html;
    return holder.firstElementChild;
  }

  function place(element, order) {
    var after = null;
    for (var other = log.lastElementChild; other; other = other.previousElementSibling) {
      if (other.className.indexOf("waiting") < 0 && Number(other.getAttribute("data-order")) <= order) { break; }
      after = other;
    }
    log.insertBefore(element, after);
  }

  function same(one, other) {
    function bare(element) { return element.outerHTML.replace(/name="form" value="[^"]*"/g, ""); }
    return bare(one) === bare(other);
  }

  function show(items) {
    var stay = !atNewest();
    var first = null;
    var lost = false;
    var empty = document.getElementById("empty");
    if (empty && items.length) { empty.parentNode.removeChild(empty); }
    items.forEach(function (item) {
      var element = make(item.html);
      var old = document.getElementById(item.id);
      if (old && same(old, element)) { return; }
      if (old) {
        lost = lost || old.contains(document.activeElement);
        if (old.className.indexOf("waiting") >= 0) {
          log.removeChild(old);
          place(element, item.order);
        } else {
          log.replaceChild(element, old);
        }
        return;
      }
      place(element, item.order);
      if (element.className.indexOf("mine") < 0 && !first) { first = element; }
    });
    if (first && (wantsFocus || lost)) {
      wantsFocus = false;
      first.focus();
    } else if (lost) {
      wantsFocus = true;
    }
    if (stay && first) { toNewest.hidden = false; } else if (!stay) { goToNewest(); }
  }

  /* Which of the chats had something new since it was open on this device. */

  function mark() {
    var links = tabs.getElementsByTagName("a");
    for (var at = 0; at < links.length; at += 1) {
      var name = "alongside seen " + path.split("/circle/")[0] + " " + links[at].getAttribute("data-chat");
      var newest = Number(links[at].getAttribute("data-newest"));
      var fresh = false;
      try {
        if (links[at].getAttribute("aria-current") && !document.hidden) { localStorage.setItem(name, newest); }
        else { fresh = newest > Number(localStorage.getItem(name)); }
      } catch (error) { /* without storage nothing is marked */ }
      links[at].classList.toggle("unread", fresh);
      links[at].querySelector(".new").hidden = !fresh;
    }
  }

  function showTabs(html) {
    if (html === shownTabs) { return; }
    var address = tabs.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    shownTabs = html;
    tabs.innerHTML = html;
    mark();
    if (address) {
      var again = tabs.querySelector('a[href="' + address + '"]');
      if (again) { again.focus(); }
    }
  }

  function news(found) {
    version = Math.max(version, found.version);
    showTabs(found.tabs);
    if (found.items.length) { show(found.items); }
  }

  function showWaiting(item) {
    if (item.kind === "press" || document.getElementById(item.id)) { return; }
    var element = document.createElement("li");
    var bubble = document.createElement("div");
    var text = document.createElement("div");
    var state = document.createElement("p");
    element.id = item.id;
    element.className = "entry mine waiting";
    bubble.className = "bubble";
    text.className = "text";
    text.textContent = item.text || (item.voice ? chat.getAttribute("data-voice") : chat.getAttribute("data-photo"));
    text.style.whiteSpace = "pre-wrap";
    state.className = "time";
    state.textContent = chat.getAttribute("data-sending");
    bubble.appendChild(text);
    bubble.appendChild(state);
    element.appendChild(bubble);
    log.appendChild(element);
    goToNewest();
  }

  function markWaiting(text) {
    var states = log.querySelectorAll(".waiting .time");
    for (var at = 0; at < states.length; at += 1) { states[at].textContent = chat.getAttribute(text); }
  }

  function forget(id) {
    var element = document.getElementById(id);
    if (element) { log.removeChild(element); }
  }

  /* Sending, one after the other, each with an id of its own: sent twice, it counts once. */

  function put(item) {
    item.id = newId();
    queue.push(item);
    saveQueue();
    showWaiting(item);
    flush();
  }

  function bodyOf(item) {
    var form = new FormData();
    form.append("csrf", csrf);
    form.append("form", item.id);
    if (item.file) { form.append("file", item.file, item.voice ? "voice" : "photo"); return form; }
    var pairs = ["csrf=" + encodeURIComponent(csrf), "form=" + encodeURIComponent(item.id)];
    ["text", "message", "payload"].forEach(function (name) {
      if (item[name]) { pairs.push(name + "=" + encodeURIComponent(item[name])); }
    });
    return pairs.join("&");
  }

  function later(seconds) {
    sending = false;
    offline.hidden = false;
    markWaiting("data-waiting");
    clearTimeout(timer);
    timer = setTimeout(flush, seconds * 1000);
  }

  function finished(item, request) {
    var answer = {};
    try { answer = JSON.parse(request.responseText); } catch (error) { /* not from us */ }
    if (request.status === 0 || request.status >= 500) {
      pause = Math.min(30, pause ? pause * 2 : 2);
      later(pause);
      return;
    }
    if (request.status === 429) {
      tell(answer.notice);
      later(answer.wait || 60);
      return;
    }
    if (request.status === 401) {
      stopped = true;
      sending = false;
      markWaiting("data-waiting");
      tell(answer.notice);
      return;
    }
    sending = false;
    pause = 0;
    offline.hidden = true;
    queue.shift();
    saveQueue();
    if (request.status >= 400) {
      forget(item.id);
      tell(answer.notice);
      if (item.text) { giveBack(item.text); }
    } else {
      var waiting = document.getElementById(item.id);
      tell("");
      if (waiting && answer.id && !document.getElementById(answer.id)) { waiting.id = answer.id; }
      else { forget(item.id); }
      look();
    }
    flush();
  }

  function giveBack(text) {
    box.value = box.value ? text + "\n" + box.value : text;
    remember("draft", box.value);
    grow();
  }

  function flush() {
    if (sending || stopped || !queue.length) { return; }
    var item = queue[0];
    var request = new XMLHttpRequest();
    sending = true;
    clearTimeout(timer);
    markWaiting("data-sending");
    request.open("POST", path + "/" + (item.file ? "upload" : item.kind));
    request.setRequestHeader("X-Alongside", "1");
    if (!item.file) { request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded"); }
    request.timeout = item.file ? 120000 : 20000;
    request.onloadend = function () { finished(item, request); };
    request.send(bodyOf(item));
  }

  /* News */

  function look() {
    var request = new XMLHttpRequest();
    request.open("GET", path + "/news?since=" + version);
    request.setRequestHeader("X-Alongside", "1");
    request.timeout = 15000;
    request.onload = function () {
      if (request.status === 200) {
        try { news(JSON.parse(request.responseText)); } catch (error) { /* the next look tells */ }
        if (!sending && !queue.length) { offline.hidden = true; }
      }
      if (request.status === 401 || request.status === 404) { stopped = true; }
    };
    request.send();
  }

  function listen() {
    if (source || document.hidden || stopped) { return; }
    source = new EventSource(path + "/live?since=" + version);
    source.addEventListener("news", function (event) { news(JSON.parse(event.data)); });
    source.addEventListener("reload", function () {
      stop();
      if (!queue.length && !box.value) { location.reload(); }
    });
    source.onopen = function () { if (!queue.length) { offline.hidden = true; } flush(); };
    source.onerror = function () { if (source && source.readyState === 2) { stop(); } };
  }

  function stop() {
    if (source) { source.close(); source = null; }
  }

  function begin() {
    var live = chat.getAttribute("data-live") === "yes" && window.EventSource;
    if (live) {
      listen();
      document.addEventListener("visibilitychange", function () {
        if (document.hidden) { stop(); } else { listen(); look(); }
      });
      setInterval(function () {
        if (!source && !document.hidden && !stopped) { listen(); look(); }
      }, 5000);
    } else {
      setInterval(function () { if (!document.hidden && !stopped) { look(); } }, window.EventSource ? 1000 : 5000);
    }
  }

  /* What a person does */

  sayForm.addEventListener("submit", function (event) {
    var text = box.value;
    event.preventDefault();
    if (!text.trim()) { box.focus(); return; }
    box.value = "";
    remember("draft", null);
    grow();
    tell("");
    put({ kind: "say", text: text });
    box.focus();
  });

  box.addEventListener("input", function () {
    remember("draft", box.value || null);
    grow();
  });

  box.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && window.matchMedia("(hover: hover)").matches) {
      event.preventDefault();
      document.getElementById("send").click();
    }
  });

  var pressed = null;
  log.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("button") : null;
    if (button && button.name === "payload") { pressed = button; }
  });

  log.addEventListener("submit", function (event) {
    var form = event.target;
    if (!pressed || !form.contains(pressed)) { return; }
    event.preventDefault();
    wantsFocus = true;
    tell("");
    put({ kind: "press", message: form.elements.message.value, payload: pressed.value });
    pressed.setAttribute("aria-pressed", "true");
    pressed = null;
  });

  toNewest.addEventListener("click", function (event) {
    var last = log.lastElementChild;
    event.preventDefault();
    goToNewest();
    if (last) { last.focus(); }
  });

  chat.addEventListener("scroll", function () { if (atNewest()) { toNewest.hidden = true; } });
  window.addEventListener("online", function () { pause = 0; flush(); look(); });
  window.addEventListener("offline", function () { offline.hidden = false; });
  window.addEventListener("resize", function () { if (atNewest()) { goToNewest(); } });

  var ways = document.getElementById("ways");
  if (ways) {
    ways.addEventListener("change", function (event) {
      var input = event.target;
      if (input.type !== "file" || !input.files.length) { return; }
      put({ kind: "upload", file: input.files[0], voice: input.accept.indexOf("audio") === 0 });
      input.value = "";
      ways.open = false;
    });
    ways.addEventListener("submit", function (event) { event.preventDefault(); });
    document.documentElement.className += " scripted";
    record();
  }

  function record() {
    var start = document.getElementById("record");
    var send = document.getElementById("record-send");
    var drop = document.getElementById("record-stop");
    var state = document.getElementById("recording");
    var recorder = null;
    var wanted = false;
    if (!window.MediaRecorder || !navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) { return; }
    document.getElementById("recorder").hidden = false;
    document.getElementById("voice-file").hidden = true;

    function set(on) {
      start.hidden = on;
      send.hidden = drop.hidden = state.hidden = !on;
      (on ? send : start).focus();
    }

    start.addEventListener("click", function () {
      navigator.mediaDevices.getUserMedia({ audio: true }).then(function (stream) {
        var chunks = [];
        recorder = new MediaRecorder(stream);
        recorder.ondataavailable = function (event) { if (event.data.size) { chunks.push(event.data); } };
        recorder.onstop = function () {
          stream.getTracks().forEach(function (track) { track.stop(); });
          set(false);
          if (wanted && chunks.length) {
            put({ kind: "upload", voice: true, file: new Blob(chunks, { type: recorder.mimeType || "audio/webm" }) });
          }
        };
        wanted = false;
        recorder.start();
        set(true);
      }, function () {
        tell(chat.getAttribute("data-deaf"));
        document.getElementById("voice-file").hidden = false;
      });
    });
    send.addEventListener("click", function () { wanted = true; recorder.stop(); });
    drop.addEventListener("click", function () { wanted = false; recorder.stop(); });
  }

  /* What was left from the last time this page was open */

  try { queue = JSON.parse(recall("queue")) || []; } catch (error) { queue = []; }
  queue.forEach(showWaiting);
  if (!box.value) { box.value = recall("draft") || ""; }
  grow();
  goToNewest();
  mark();
  begin();
  flush();
}());
