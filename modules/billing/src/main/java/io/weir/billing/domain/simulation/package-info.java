/** What a plan's limits would have done to real usage, and what would have helped. Values only. */
package io.weir.billing.domain.simulation;
