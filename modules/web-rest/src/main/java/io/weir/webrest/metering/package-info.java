/** For services that ask Weir before they work, report what was used, and read it back. */
package io.weir.webrest.metering;
