package io.weir.webrest.http;

import io.weir.kernel.api.TenantId;

/** A key that this request holds until its answer is stored or the key given back. */
record IdempotencyClaim(TenantId tenant, String scope, String key) {
}
