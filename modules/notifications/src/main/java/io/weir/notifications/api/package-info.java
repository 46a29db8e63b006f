/** Telling people: mail, sent after the fact and never lost. */
package io.weir.notifications.api;
