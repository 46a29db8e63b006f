/** What operators, probes and verifiers of our tokens ask, and the sandbox gateway's checkout page. */
package io.weir.webrest.ops;
