/** Seed D's credits: what operations cost, what is left, and where it went. */
package io.weir.webrest.credits;
