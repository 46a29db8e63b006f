package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;

/** Whose key it is: the same text of two senders is two keys. */
record IdempotencyKey(TenantId tenant, String scope, String key) {
    static final int LONGEST_SCOPE = 100;

    IdempotencyKey {
        if (scope.isEmpty() || scope.length() > LONGEST_SCOPE || !scope.chars().allMatch(c -> c < 128)) {
            throw new IllegalArgumentException("scope of an idempotency key: " + scope);
        }
        IdempotencyClaim.checkKey(key);
    }

    /** What the stored answer is sealed for. */
    String sealContext() {
        return "idempotency/" + tenant + "/" + scope + "/" + key;
    }
}
