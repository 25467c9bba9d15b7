// A server that exports what ojeomneo's module counts, with faults that can be asked for.
package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"ojeomneo/monitoring"
)

// read asks a database that there is none of: it takes as long as it is told, and fails where it is told so.
func read(ctx context.Context, takes time.Duration, fails bool) (err error) {
	defer monitoring.Query(ctx, "select", "menus")(&err)
	select {
	case <-time.After(takes):
	case <-ctx.Done():
		return ctx.Err()
	}
	if fails {
		return errors.New("the table is locked")
	}
	return nil
}

func menus(w http.ResponseWriter, r *http.Request) {
	takes, _ := time.ParseDuration(r.URL.Query().Get("takes"))
	switch fault := r.URL.Query().Get("fault"); fault {
	case "panic":
		panic(http.ErrAbortHandler)
	default:
		if err := read(r.Context(), takes, fault == "error"); err != nil {
			monitoring.Error(r.Context(), "no menus", "error", err)
			http.Error(w, "no menus", http.StatusInternalServerError)
			return
		}
		monitoring.MenuViews("1").Inc()
		fmt.Fprintln(w, "bibimbap")
	}
}

func main() {
	mux := http.NewServeMux()
	monitoring.Mount(mux)
	mux.HandleFunc("/menus/", menus)
	monitoring.DeclareRoute("GET", "/menus/")
	monitoring.DeclareQuery("select", "menus")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	monitoring.Info(context.Background(), "listening", "address", listener.Addr().String())
	err = http.Serve(listener, monitoring.Middleware(mux, monitoring.ServeMux(mux)))
	monitoring.Error(context.Background(), "stopped", "error", err)
	os.Exit(1)
}
