/** Seed B's chat: an upstream that answers, metered by calls and tokens. */
package io.weir.webrest.chat;
