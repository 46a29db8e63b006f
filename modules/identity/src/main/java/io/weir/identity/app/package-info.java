/** The façades of identity and what they share: throttling, token issue, and the cache of verified callers. */
package io.weir.identity.app;
