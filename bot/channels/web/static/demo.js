/* The clock of the demo page: moving it does not load the phones anew. Works as a plain form without this. */
(function () {
  "use strict";

  var form = document.getElementById("clock");
  var time = document.getElementById("time");
  var wish = null;

  function show(request) {
    if (request.status === 200) { time.textContent = JSON.parse(request.responseText).time; }
  }

  function ask(method, body) {
    var request = new XMLHttpRequest();
    request.open(method, "/clock");
    request.setRequestHeader("X-Alongside", "1");
    if (body) { request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded"); }
    request.onload = function () { show(request); };
    request.send(body);
  }

  form.addEventListener("click", function (event) { if (event.target.name === "to") { wish = event.target.value; } });
  form.addEventListener("submit", function (event) {
    if (!wish) { return; }
    event.preventDefault();
    ask("POST", "to=" + encodeURIComponent(wish));
    wish = null;
  });
  setInterval(function () { if (!document.hidden) { ask("GET"); } }, 15000);
}());
