/** What every route shares: who is calling, how often, in which language, and how a no looks. */
package io.weir.webrest.http;
