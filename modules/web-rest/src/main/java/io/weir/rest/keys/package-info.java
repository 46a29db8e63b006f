/** API keys of an account. */
package io.weir.rest.keys;
