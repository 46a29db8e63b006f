package io.weir.webadmin;

import io.weir.payments.api.Gateways;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** How customers can pay, in the order in which they are offered it, and what is missing where they cannot. */
@Named("gateways")
@RequestScoped
public class GatewaysPage {
    @Inject
    private Gateways gateways;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private List<Row> list;

    @PostConstruct
    void look() {
        list = gateways.all(visitor.tenantId()).stream().map(this::row).toList();
    }

    private Row row(Gateways.View view) {
        var state = GatewayState.of(view);
        return new Row(view.name(), format.word("gateway", view.name()), format.word("gatewayAbout", view.name()),
                state.style(), format.text("gatewayState." + state.word()), format.time(view.inbox().lastNoticeAt()),
                view.inbox().waiting(), view.inbox().dead());
    }

    public List<Row> getList() {
        return list;
    }

    /** A gateway; {@code waiting} and {@code dead} are notices in its inbox. */
    public record Row(String name, String title, String about, String style, String state, String lastNotice,
                      long waiting, long dead) {
    }
}
