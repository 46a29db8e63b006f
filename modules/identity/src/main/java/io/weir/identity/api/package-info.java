/** Who is calling: users, passwords, sessions, tokens and API keys of every tenant. */
package io.weir.identity.api;
