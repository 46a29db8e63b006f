/** What administrators of a tenant do: packages, the approval queue, customers, the books of deeds and mails. */
package io.weir.webrest.admin;
