// Opens the checkout that the address names. Paddle.js does so by itself once it knows the seller.
(function () {
  var place = document.getElementById('paddle');
  var settled = false;
  function show(what) {
    place.querySelectorAll('[data-when]').forEach(function (part) {
      part.hidden = part.dataset.when.split(' ').indexOf(what) < 0;
    });
  }
  function told(event) {
    if (event.name === 'checkout.loaded') { clearTimeout(patience); show('nothing'); }
    if (event.name === 'checkout.completed') { settled = true; show('paid'); }
    if (event.name === 'checkout.closed' && !settled) { show('closed'); }
    if (event.name === 'checkout.error') { show('unreachable'); }
  }
  function begin() {
    var settings = {};
    if (place.dataset.success) { settings.successUrl = place.dataset.success; }
    if (place.dataset.environment === 'sandbox') { window.Paddle.Environment.set('sandbox'); }
    window.Paddle.Initialize({ token: place.dataset.token, checkout: { settings: settings }, eventCallback: told });
  }
  function unreachable() { if (!settled) { show('unreachable'); } }
  var patience = setTimeout(unreachable, 20000);
  var script = document.createElement('script');
  script.src = 'https://cdn.paddle.com/paddle/v2/paddle.js';
  script.onload = function () { try { begin(); } catch (refused) { clearTimeout(patience); unreachable(); } };
  script.onerror = function () { clearTimeout(patience); unreachable(); };
  document.head.appendChild(script);
  document.getElementById('reload').addEventListener('click', function (event) { event.preventDefault(); location.reload(); });
})();
