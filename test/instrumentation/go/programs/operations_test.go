package programs

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"testing"
	"time"

	kitchen "bistro/kitchenWatch"
	"ojeomneo/monitoring"
)

var background = context.Background()

func query(table string, work func() error) (err error) {
	defer monitoring.Query(background, "select", table)(&err)
	return work()
}

func queries(t *testing.T, table, status string) float64 {
	t.Helper()
	return own(t, `ojeomneo_db_query_duration_seconds_count{operation="select",status="`+status+`",table="`+table+`"}`)
}

func TestAnOperationThatEndsWellIsASuccess(t *testing.T) {
	_ = query("well", func() error { return nil })
	equal(t, queries(t, "well", "success"), 1)
}

func TestAnOperationThatReturnsAnErrorIsAFailure(t *testing.T) {
	failed := errors.New("no such table")
	same(t, query("failing", func() error { return failed }), failed)
	equal(t, queries(t, "failing", "error"), 1)
}

func TestAnOperationThatPanicsIsAFailureAndGoesOn(t *testing.T) {
	cause := caught(func() { _ = query("panicking", func() error { panic("no driver") }) })
	same(t, cause, "no driver")
	equal(t, queries(t, "panicking", "error"), 1)
}

func TestAnOperationThatTimesOutIsAFailure(t *testing.T) {
	ctx, cancel := context.WithTimeout(background, time.Millisecond)
	defer cancel()
	_ = query("late", func() error { <-ctx.Done(); return ctx.Err() })
	equal(t, queries(t, "late", "error"), 1)
}

func TestAnOperationIsCountedOnce(t *testing.T) {
	done := monitoring.Query(background, "select", "once")
	done(nil)
	done(nil)
	equal(t, queries(t, "once", "success"), 1)
}

func TestADeclaredOperationHasBothEndsAt0(t *testing.T) {
	monitoring.DeclareQuery("select", "declared")
	equal(t, queries(t, "declared", "success"), 0)
	equal(t, queries(t, "declared", "error"), 0)
	equal(t, own(t, `ojeomneo_db_slow_queries_total{operation="select",table="declared"}`), 0)
}

func TestClosedSetsAreAt0BeforeAnythingHappens(t *testing.T) {
	for _, series := range []string{
		`bistro_mails_total{end="failed",type="news"}`,
		`bistro_mails_total{end="sent",type="news"}`,
		`bistro_mail_duration_seconds_count{type="news"}`,
		`bistro_slow_mails_total{type="news"}`,
		`bistro_dishes_total{course="last",range="large"}`,
		`bistro_ready`,
		`bistro_tips_won_count`,
	} {
		equal(t, value(t, kitchen.Handler(), series), 0)
	}
}

func TestASlowOperationIsCountedBesideAndAQuickOneNot(t *testing.T) {
	slow := `bistro_slow_mails_total{type="bill"}`
	kitchen.Mail(background, "bill")(nil)
	equal(t, value(t, kitchen.Handler(), slow), 0)
	done := kitchen.Mail(background, "bill")
	time.Sleep(25 * time.Millisecond)
	done(nil)
	equal(t, value(t, kitchen.Handler(), slow), 1)
	equal(t, value(t, kitchen.Handler(), `bistro_mails_total{end="sent",type="bill"}`), 2)
}

func TestWhatTheApplicationSetsIsExported(t *testing.T) {
	monitoring.Orders("paid", "card").Inc()
	monitoring.OrderAmount("card").Add(12_000)
	monitoring.ActiveUsers.Set(3)
	monitoring.MenuViews("7").Inc()
	kitchen.BistroDishesTotal("first", "small").Inc()
	kitchen.BistroReady.Set(1)
	kitchen.BistroCellarBottlesTotal("1998").Inc()
	kitchen.Tips.Observe(1000)
	equal(t, own(t, `ojeomneo_orders_total{payment_method="card",status="paid"}`), 1)
	equal(t, own(t, `ojeomneo_order_amount_total{payment_method="card"}`), 12_000)
	equal(t, value(t, kitchen.Handler(), `bistro_cellar_bottles_total{vintage="1998"}`), 1)
	kitchen.BistroReady.Set(0)
}

func TestAPoolIsAskedAtEachScrape(t *testing.T) {
	stats := sql.DBStats{MaxOpenConnections: 20, Idle: 3, InUse: 2}
	monitoring.WatchPool(func() sql.DBStats { return stats })
	kitchen.WatchPool(func() sql.DBStats { return stats })
	size, idle, used := "ojeomneo_db_connection_pool_size", "ojeomneo_db_connection_pool_idle", "ojeomneo_db_connection_pool_in_use"
	equal(t, [3]float64{own(t, size), own(t, idle), own(t, used)}, [3]float64{20, 3, 2})
	stats.InUse = 20
	equal(t, own(t, used), 20)
}

func TestAPoolThatIsWatchedLaterTakesThePlaceOfTheFirst(t *testing.T) {
	monitoring.WatchPool(func() sql.DBStats { return sql.DBStats{InUse: 1} })
	monitoring.WatchPool(func() sql.DBStats { return sql.DBStats{InUse: 4} })
	equal(t, own(t, "ojeomneo_db_connection_pool_in_use"), 4)
}

func TestAPoolWithoutAMostMayOpenAnyNumber(t *testing.T) {
	monitoring.WatchPool(func() sql.DBStats { return sql.DBStats{} })
	equal(t, math.IsInf(own(t, "ojeomneo_db_connection_pool_size"), 1), true)
}
