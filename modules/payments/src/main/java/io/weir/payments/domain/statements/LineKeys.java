package io.weir.payments.domain.statements;

import io.weir.payments.domain.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names lines by what they say, so that a line comes once however many files have it. Transfers that are really equal
 * are told apart by which of them it is within the file; files that share a day agree on that.
 */
public final class LineKeys {
    private LineKeys() {
    }

    /** In the file's order. */
    public static Map<String, ReadLine> of(Optional<String> bankAccount, List<ReadLine> lines) {
        var seen = new HashMap<String, Integer>();
        var keys = new LinkedHashMap<String, ReadLine>();
        for (var line : lines) {
            var said = String.join("\u001f", bankAccount.orElse(""), line.bookedOn().toString(),
                    String.valueOf(line.amount().minor()), line.amount().currency().getCurrencyCode(),
                    line.bankReference().orElse(""), line.counterparty().orElse(""), line.memo());
            int which = seen.merge(said, 1, Integer::sum);
            keys.put(Sha256.of((said + "\u001f" + which).getBytes(StandardCharsets.UTF_8)), line);
        }
        return keys;
    }
}
