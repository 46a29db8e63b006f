/** A tenant's whole catalogue as one file: read, compared and replaced. */
package io.weir.bootstrap.api;
