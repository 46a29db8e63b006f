package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.payments.api.Gateways;
import io.weir.payments.api.Notices;
import io.weir.payments.api.Notices.Filter;
import io.weir.payments.api.Notices.State;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the gateways have told us, newest first: all of it, or what is filtered and searched for. */
@Named("inbox")
@RequestScoped
public class InboxPage {
    @Inject
    private Notices inbox;
    @Inject
    private Gateways gateways;
    @Inject
    private NoticeRows rows;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Page<NoticeRows.Row> found;
    private List<Choice> senders;

    @PostConstruct
    void look() {
        var filter = new Filter(visitor.parameter("gateway"), state(), visitor.parameter("q"));
        found = inbox.inbox(visitor.tenantId(), filter, visitor.page()).map(rows::row);
        senders = gateways.all(visitor.tenantId()).stream().filter(view -> !view.manual())
                .map(view -> new Choice(view.name(), format.word("gateway", view.name()),
                        view.name().equals(getGateway()))).toList();
    }

    private Optional<State> state() {
        return visitor.parameter("state").flatMap(word -> Arrays.stream(State.values())
                .filter(state -> NoticeRows.word(state).equals(word)).findFirst());
    }

    public List<NoticeRows.Row> getList() {
        return found.items();
    }

    public Pages getPages() {
        return Pages.of(found, filters(getState()));
    }

    public List<Tab> getTabs() {
        return Stream.concat(Stream.of(""), Arrays.stream(State.values()).map(NoticeRows::word)).map(this::tab)
                .toList();
    }

    private Tab tab(String word) {
        return new Tab(Pages.link(filters(word)), word.isEmpty() ? format.text("all") : format.text("notice." + word),
                word.equals(getState()) ? "here" : "");
    }

    private Map<String, String> filters(String state) {
        var filters = new LinkedHashMap<String, String>();
        filters.put("state", state);
        filters.put("gateway", getGateway());
        filters.put("q", getSearch());
        return filters;
    }

    /** Those that send notices. */
    public List<Choice> getGateways() {
        return senders;
    }

    public String getState() {
        return state().map(NoticeRows::word).orElse("");
    }

    public String getGateway() {
        return visitor.parameter("gateway").orElse("");
    }

    public String getSearch() {
        return visitor.parameter("q").orElse("");
    }

    /** Whether nothing is left out. */
    public boolean isWhole() {
        return getState().isEmpty() && getGateway().isEmpty() && getSearch().isEmpty();
    }

    /** A state as a filter. */
    public record Tab(String link, String text, String style) {
    }

    /** A gateway as a filter. */
    public record Choice(String name, String title, boolean chosen) {
    }
}
