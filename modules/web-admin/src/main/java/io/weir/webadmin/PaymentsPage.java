package io.weir.webadmin;

import io.weir.kernel.api.Page;
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

/** All payments, newest first, or those of one status. */
@Named("payments")
@RequestScoped
public class PaymentsPage {
    @Inject
    private Payments payments;
    @Inject
    private PaymentRows rows;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Page<PaymentRows.Row> found;

    @PostConstruct
    void look() {
        found = payments.all(visitor.tenantId(), status(), visitor.page()).map(rows::row);
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
        return Stream.concat(Stream.of(""), Arrays.stream(PaymentStatus.values()).map(PaymentStatus::word))
                .map(this::tab).toList();
    }

    private Tab tab(String word) {
        String style = word.equals(chosen()) ? "here" : "";
        return word.isEmpty() ? new Tab("?", format.text("all"), style)
                : new Tab("?status=" + word, format.text("payment." + word), style);
    }

    private String chosen() {
        return status().map(PaymentStatus::word).orElse("");
    }

    /** A filter. */
    public record Tab(String link, String text, String style) {
    }
}
