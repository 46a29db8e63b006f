/** API keys of an account. */
package io.weir.webrest.keys;
