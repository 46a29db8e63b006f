package io.weir.billing.domain.simulation;

import io.weir.billing.api.Simulation.Sum;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.PriorityQueue;

/** Adds accounts up as they come by, and keeps those that stand out and one page of them, however many there are. */
public final class Ranking {
    private static final int TOP = 10;
    private static final Comparator<Ranked> BY_DIFFERENCE = Comparator.comparing((Ranked each) -> each.difference())
            .thenComparing(each -> each.account().toString());
    private final Page.Request wanted;
    private final List<Ranked> page = new ArrayList<>();
    private final PriorityQueue<Ranked> losers = new PriorityQueue<>(BY_DIFFERENCE);
    private final PriorityQueue<Ranked> gainers = new PriorityQueue<>(BY_DIFFERENCE.reversed());
    private Sum simulated;
    private Sum real;
    private long counted;

    public Ranking(Currency currency, Page.Request wanted) {
        this.wanted = wanted;
        this.simulated = Sum.none(currency);
        this.real = Sum.none(currency);
    }

    public void add(Ranked one) {
        if (counted >= wanted.offset() && page.size() < wanted.limit()) {
            page.add(one);
        }
        counted++;
        simulated = simulated.plus(one.simulated());
        real = real.plus(one.real());
        if (one.difference().isNegative()) {
            keep(gainers, one);
        } else if (!one.difference().isZero()) {
            keep(losers, one);
        }
    }

    private static void keep(PriorityQueue<Ranked> top, Ranked one) {
        top.add(one);
        if (top.size() > TOP) {
            top.poll();
        }
    }

    public Page.Request wanted() {
        return wanted;
    }

    public long counted() {
        return counted;
    }

    public Sum simulated() {
        return simulated;
    }

    public Sum real() {
        return real;
    }

    /** Who would have paid most less, first. */
    public List<Ranked> gainers() {
        return gainers.stream().sorted(BY_DIFFERENCE).toList();
    }

    /** Who would have paid most more, first. */
    public List<Ranked> losers() {
        return losers.stream().sorted(BY_DIFFERENCE.reversed()).toList();
    }

    public List<Ranked> page() {
        return List.copyOf(page);
    }

    /** {@code blocked}: something would have been refused. */
    public record Ranked(AccountId account, Sum simulated, Sum real, boolean blocked) {
        public Money difference() {
            return simulated.net().minus(real.net());
        }
    }
}
