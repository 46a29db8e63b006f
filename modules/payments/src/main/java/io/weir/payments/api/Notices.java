package io.weir.payments.api;

import io.weir.kernel.api.TenantId;
import java.util.Map;

/** The inbox of gateway messages: verified, stored once, answered; then worked off with retries. */
public interface Notices {
    /**
     * Refused: {@code SIGNATURE_INVALID} (400), nothing stored. A message stored before is quiet.
     * @param headers lower-case names
     * @return whether it is new
     */
    boolean receive(TenantId tenant, String gateway, Map<String, String> headers, byte[] body);
}
