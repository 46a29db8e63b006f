/**
 * What every module needs and no business noun: time, ids, outbox, jobs, idempotency, audit, secrets, tenant binding,
 * messages.
 */
package io.weir.platform.api;
