/** What a runtime for hosted tenants has to be. */
package io.weir.hosting.spi;
