/** Runtimes for hosted tenants. */
package io.weir.hostingruntimes;
