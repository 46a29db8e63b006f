package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.billing.api.PlanChanges;
import io.weir.billing.api.PlanChanges.Kind;
import io.weir.billing.api.Purchases;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.metering.api.Overage;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.platform.api.Messages;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.tenancy.api.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanChangesTest {
    private static final Purchases.HowToPay HOW =
            new Purchases.HowToPay(Optional.empty(), Payments.Return.NOWHERE);
    private final Plan free = plan("free", 0, 0);
    private final Plan basic = plan("basic", 1, 99_000);
    private final Plan pro = plan("pro", 2, 299_000);
    private final Office office = new Office();
    private final List<String> done = new ArrayList<>();
    private Subscription current = running(basic, false);

    @Test
    void with_a_gateway_that_charges_by_itself_up_is_at_once_and_down_at_the_end() {
        current = running(basic, true);
        var up = changes().change(Fixture.customer(), pro.id(), HOW);
        assertThat(up.change().kind()).isEqualTo(Kind.UPGRADE);
        assertThat(up.change().dueNow()).as("only the gateway knows").isEmpty();
        assertThat(up.payment()).isEmpty();
        assertThat(done).containsExactly("told pro at once", "pend pro");
        done.clear();
        current = running(pro, true);
        var down = changes().change(Fixture.customer(), basic.id(), HOW).change();
        assertThat(down.effectiveAt()).isEqualTo(current.period().until());
        assertThat(done).containsExactly("told basic at the end", "pend basic");
    }

    @Test
    void without_one_a_higher_plan_is_bought_and_a_lower_one_remembered() {
        var up = changes().change(Fixture.customer(), pro.id(), HOW);
        assertThat(up.payment()).isPresent();
        assertThat(up.change().dueNow()).contains(pro.price());
        assertThat(office.asked).extracting(Payments.Order::amount).containsExactly(pro.price());
        assertThat(done).isEmpty();
        current = running(pro, false);
        assertThat(changes().change(Fixture.customer(), basic.id(), HOW).payment()).isEmpty();
        assertThat(done).containsExactly("cancel", "pend basic");
    }

    @Test
    void to_the_free_plan_is_an_end_whoever_charges() {
        for (var renews : List.of(true, false)) {
            done.clear();
            current = running(basic, renews);
            assertThat(changes().change(Fixture.customer(), free.id(), HOW).change().kind()).isEqualTo(Kind.END);
            assertThat(done).containsExactly("cancel", "pend free");
        }
    }

    @Test
    void a_preview_does_nothing_and_says_what_would_be_done() {
        var preview = changes().preview(Fixture.customer(), pro.id());
        assertThat(preview.words()).isEqualTo("CHANGE_UPGRADE_BUY");
        assertThat(done).isEmpty();
    }

    @Test
    void the_same_plan_is_no_change() {
        assertThatThrownBy(() -> changes().preview(Fixture.customer(), basic.id())).hasMessage("PLAN_SAME");
        assertThat(done).isEmpty();
    }

    private PlanChanges changes() {
        office.lifecycleVerbs.put("running", (verb, arguments) -> Optional.empty());
        var catalogue = Fixture.fake(Catalogue.class, (verb, arguments) -> slugOf(arguments[1]));
        var subscriptions = Fixture.fake(Subscriptions.class, (verb, arguments) -> switch (verb) {
            case "current" -> current;
            case "ofOrigin" -> Optional.of(current);
            case "pend" -> done.add("pend " + slugOf(arguments[2]).slug()) ? current : null;
            case "cancel" -> done.add("cancel") ? current : null;
            default -> Fixture.Answer.unexpected(verb);
        });
        var agreements = Fixture.fake(AccountAgreements.class, (verb, arguments) -> switch (verb) {
            case "of" -> List.of(agreement());
            case "change" -> told((AccountAgreements.Change) arguments[2]);
            default -> Fixture.Answer.unexpected(verb);
        });
        var words = new ChangeWords(Fixture.fake(Tenants.class, (verb, arguments) -> Fixture.tenant("vi")),
                Fixture.fake(Messages.class, (verb, arguments) -> arguments[1]));
        return new AgreedPlanChanges(catalogue, subscriptions, agreements, office.changes, office.coupons,
                office.checkout(), words, office);
    }

    private Agreement told(AccountAgreements.Change change) {
        done.add("told " + change.recurring().product() + (change.atOnce() ? " at once" : " at the end"));
        return agreement();
    }

    private Plan slugOf(Object id) {
        return List.of(free, basic, pro).stream().filter(plan -> plan.id().equals(id)).findFirst().orElseThrow();
    }

    private static Agreement agreement() {
        return new Agreement(UUID.randomUUID(), "stripe", "sub", Fixture.ACCOUNT, new PaymentId(UUID.randomUUID()),
                "basic", Agreement.Status.ACTIVE, false, Optional.empty(), Fixture.NOW);
    }

    private static Subscription running(Plan plan, boolean renews) {
        return new Subscription(UUID.randomUUID(), Fixture.ACCOUNT, plan, Status.ACTIVE,
                Period.between(Fixture.NOW, Fixture.NOW.plusSeconds(86_400)), false, Fixture.NOW, Optional.empty(),
                renews, Optional.empty());
    }

    private static Plan plan(String slug, int rank, long price) {
        return new Plan(UUID.randomUUID(), slug, slug, "", new Money(price, Fixture.VND),
                new Plan.Term("days", OptionalInt.of(30)), rank, Map.of("calls", 1000L), 60, OptionalInt.empty(),
                Map.of(), true, Fixture.NOW, Fixture.NOW, Overage.REFUSE);
    }
}
