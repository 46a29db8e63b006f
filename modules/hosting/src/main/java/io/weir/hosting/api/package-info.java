/** What accounts run: hosted tenants on runtimes. */
package io.weir.hosting.api;
