package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All payments, newest first, those of one status, or those that somebody has to look at, oldest first. */
@Named("payments")
@RequestScoped
public class PaymentsPage {
    private static final String ATTENTION = "attention";

    @Inject
    private Payments payments;
    @Inject
    private Approvals approvals;
    @Inject
    private PaymentRows rows;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Page<PaymentRows.Row> found;

    @PostConstruct
    void look() {
        found = (chosen().equals(ATTENTION) ? approvals.attention(visitor.tenantId(), visitor.page())
                : payments.all(visitor.tenantId(), status(), visitor.page())).map(rows::row);
    }

    private Optional<PaymentStatus> status() {
        return visitor.parameter("status").flatMap(word -> Arrays.stream(PaymentStatus.values())
                .filter(s -> s.word().equals(word)).findFirst());
    }

    public List<PaymentRows.Row> getList() {
        return found.items();
    }

    public Pages getPages() {
        return Pages.of(found, Map.of("status", chosen()));
    }

    public List<Tab> getTabs() {
        return Stream.of(Stream.of(""), Arrays.stream(PaymentStatus.values()).map(PaymentStatus::word),
                Stream.of(ATTENTION)).flatMap(words -> words).map(this::tab).toList();
    }

    private Tab tab(String word) {
        String style = word.equals(chosen()) ? "here" : "";
        return word.isEmpty() ? new Tab("?", format.text("all"), style)
                : new Tab("?status=" + word,
                        format.text(word.equals(ATTENTION) ? "needsAttention" : "payment." + word), style);
    }

    private String chosen() {
        return visitor.parameter("status").filter(ATTENTION::equals)
                .orElseGet(() -> status().map(PaymentStatus::word).orElse(""));
    }

    /** A filter. */
    public record Tab(String link, String text, String style) {
    }
}
