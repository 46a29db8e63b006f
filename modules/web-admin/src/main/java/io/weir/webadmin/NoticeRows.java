package io.weir.webadmin;

import io.weir.payments.api.Notices.Entry;
import io.weir.payments.api.Notices.State;
import io.weir.payments.api.PaymentId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Gateways' notices as they are shown. */
@RequestScoped
public class NoticeRows {
    @Inject
    private Format format;

    Row row(Entry entry) {
        String state = word(entry.state());
        return new Row(entry.id().toString(), format.time(entry.receivedAt()),
                format.word("gateway", entry.gateway()), entry.type(), entry.eventKey(),
                entry.orderCode().map(code -> Long.toString(code)).orElse(Format.NOTHING),
                entry.payment().map(PaymentId::toString).orElse(""), state, format.text("notice." + state),
                entry.attempts(), entry.result().or(entry::lastError).orElse(Format.NOTHING));
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** A notice; {@code payment} is empty when it has none, {@code result} also why there is none yet. */
    public record Row(String id, String received, String gateway, String type, String key, String orderCode,
                      String payment, String state, String stateText, int attempts, String result) {
    }
}
