/**
 * The REST door: JSON over HTTP under {@code /api}, and the few pages and keys beside it at the server's root. Holds no
 * rule of the business.
 */
package io.weir.webrest;
