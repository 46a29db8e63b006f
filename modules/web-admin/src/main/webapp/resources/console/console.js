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
// One press is enough; who comes back to the page may press again.
document.querySelectorAll('form input[name=ticket]').forEach(function (ticket) {
  var sent = false;
  ticket.form.addEventListener('submit', function (event) { if (sent) { event.preventDefault(); } sent = true; });
  window.addEventListener('pageshow', function () { sent = false; });
});
document.querySelectorAll('[data-editor]').forEach(function (text) {
  var gutter = text.previousElementSibling;
  function number() {
    var lines = text.value.split('\n').length, numbers = [];
    for (var i = 1; i <= lines; i++) { numbers.push(i); }
    gutter.textContent = numbers.join('\n');
    gutter.scrollTop = text.scrollTop;
  }
  text.addEventListener('input', number);
  text.addEventListener('scroll', function () { gutter.scrollTop = text.scrollTop; });
  number();
  document.querySelectorAll('[data-line]').forEach(function (link) {
    link.addEventListener('click', function (event) {
      event.preventDefault();
      var lines = text.value.split('\n'), line = Number(link.dataset.line) - 1;
      var start = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
      text.focus();
      text.setSelectionRange(start, start + (lines[line] || '').length);
      text.scrollTop = Math.max(0, line - 5) * parseFloat(getComputedStyle(text).lineHeight);
    });
  });
});
