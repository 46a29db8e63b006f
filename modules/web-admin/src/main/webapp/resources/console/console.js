// Small conveniences; every page works without them.
document.querySelectorAll('[data-toggle]').forEach(function (button) {
  button.addEventListener('click', function () {
    var open = document.getElementById(button.dataset.toggle).classList.toggle('open');
    button.setAttribute('aria-expanded', String(open));
  });
});
document.querySelectorAll('[data-copy]').forEach(function (button) {
  button.addEventListener('click', function () {
    navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(function () {
      var before = button.textContent;
      button.textContent = button.dataset.done;
      setTimeout(function () { button.textContent = before; }, 1500);
    });
  });
});
document.querySelectorAll('[data-percent]').forEach(function (fill) { fill.style.width = fill.dataset.percent + '%'; });
document.querySelectorAll('[data-confirm]').forEach(function (one) {
  one.addEventListener('click', function (event) {
    if (!confirm(one.dataset.confirm)) { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);
});
