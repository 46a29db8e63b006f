/** Seed B's chat: an upstream that answers, metered by calls. */
package io.weir.webrest.chat;
