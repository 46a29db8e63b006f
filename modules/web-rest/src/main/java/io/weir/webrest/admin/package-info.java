/**
 * What administrators of a tenant do: packages, the approval queue, customers and what they may use, service
 * keys, meters and rate card, the books of deeds and mails.
 */
package io.weir.webrest.admin;
