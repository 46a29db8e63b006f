/** What identity is about, without a container: entities, the shapes of credentials, and the rules that judge them. */
package io.weir.identity.domain;
