// Small conveniences.
document.querySelectorAll('[data-copy]').forEach(function (button) {
  button.addEventListener('click', function () {
    var text = document.getElementById(button.dataset.copy).textContent;
    navigator.clipboard.writeText(text).then(function () {
      var before = button.textContent;
      button.textContent = button.dataset.done;
      setTimeout(function () { button.textContent = before; }, 1500);
    });
  });
});
document.querySelectorAll('[data-toggle]').forEach(function (button) {
  button.addEventListener('click', function () {
    var open = document.getElementById(button.dataset.toggle).classList.toggle('open');
    button.setAttribute('aria-expanded', String(open));
  });
});
document.querySelectorAll('[data-percent]').forEach(function (fill) { fill.style.width = fill.dataset.percent + '%'; });
document.querySelectorAll('[data-confirm]').forEach(function (one) {
  one.addEventListener('click', function (event) { if (!confirm(one.dataset.confirm)) { event.preventDefault(); event.stopImmediatePropagation(); } }, true);
});
// One press is enough; who comes back to the page may press again.
document.querySelectorAll('form input[name=ticket]').forEach(function (ticket) {
  var sent = false;
  ticket.form.addEventListener('submit', function (event) { if (sent) { event.preventDefault(); } sent = true; });
  window.addEventListener('pageshow', function () { sent = false; });
});
document.querySelectorAll('[data-print]').forEach(function (button) { button.addEventListener('click', function () { window.print(); }); });
// Asks how a payment stands, ever less often, for about a quarter of an hour; then the visitor asks.
document.querySelectorAll('[data-poll]').forEach(function (place) {
  var wait = 1500, asked = 0, leaving = false;
  // Who is about to go elsewhere is not led back.
  window.addEventListener('beforeunload', function () { leaving = true; });
  function file() { var chosen = document.querySelector('input[type=file]'); return chosen && chosen.value; }
  function next() {
    if (asked++ > 40) { place.textContent = place.dataset.tired; return; }
    setTimeout(ask, wait);
    wait = Math.min(wait * 1.3, 30000);
  }
  function ask() {
    if (leaving) { return; }
    if (document.hidden) { document.addEventListener('visibilitychange', ask, { once: true }); return; }
    fetch(place.dataset.poll + (asked % 3 === 1 ? '&ask=1' : ''), { headers: { Accept: 'application/json' } })
      .then(function (answer) { return answer.ok ? answer.json() : null; })
      .then(function (known) {
        if (leaving) { return; }
        if (known && known.version !== place.dataset.version && !file()) { location.replace(document.getElementById('again').href.replace('&ask=1', '')); } else { next(); }
      }).catch(next);
  }
  next();
});
// The next rows of a table, below those that are there.
document.querySelectorAll('[data-more]').forEach(function (button) {
  button.addEventListener('click', function () {
    button.disabled = true;
    fetch(button.dataset.more, { headers: { Accept: 'application/json' } })
      .then(function (answer) { if (!answer.ok) { throw new Error(answer.status); } return answer.json(); })
      .then(function (known) {
        var table = button.previousElementSibling.querySelector('table');
        var body = table.tBodies[0], form = body.rows[0];
        known.rows.forEach(function (row) {
          var line = form.cloneNode(true);
          row.forEach(function (text, i) { (line.cells[i].querySelector('code') || line.cells[i]).textContent = text; });
          body.appendChild(line);
        });
        button.dataset.more = known.next;
        button.disabled = false;
        if (!known.next) { button.remove(); }
      }).catch(function () { button.disabled = false; button.textContent = button.dataset.failed; });
  });
});
