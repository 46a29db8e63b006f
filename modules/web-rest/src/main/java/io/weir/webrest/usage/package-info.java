/** What an account has used, how close that is to what it was granted, and where it wants to stop. */
package io.weir.webrest.usage;
