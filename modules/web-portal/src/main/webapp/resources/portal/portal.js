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
