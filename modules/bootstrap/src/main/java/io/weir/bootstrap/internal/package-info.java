/** The composition root: what happens when the installation starts, and the timers that run while it does. */
package io.weir.bootstrap.internal;
