package io.weir.paymentgateways.payos;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of the QR codes of pages that this server made lately. PayOS tells such a text once, when the page is made;
 * whoever opens the page again after this server has forgotten gets it without.
 */
final class RecentCodes {
    private static final int MOST = 1000;

    private final Map<Key, String> texts = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
            return size() > MOST;
        }
    });

    /** A page of one account only: no tenant can put a code before another's payers. */
    private record Key(String api, String clientId, String link) {
    }

    void keep(PayosAccount account, String link, Optional<String> text) {
        text.ifPresent(code -> texts.put(key(account, link), code));
    }

    Optional<String> find(PayosAccount account, String link) {
        return Optional.ofNullable(texts.get(key(account, link)));
    }

    private static Key key(PayosAccount account, String link) {
        return new Key(account.api().toString(), account.clientId(), link);
    }
}
