/** May they, and how much was used: meters, allowances, reservations, usage and rate limits. */
package io.weir.metering.api;
