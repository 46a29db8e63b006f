/** Rows, rules and term arithmetic; knows neither the container nor the database. */
package io.weir.subscriptions.domain;
