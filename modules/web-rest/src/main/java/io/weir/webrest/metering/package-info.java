/** For services that ask Weir before they work. */
package io.weir.webrest.metering;
