// Checks what the ledger writes with golang.org/x/mod/sumdb, which others wrote.
//
//	interop notes|checkpoints|inclusion|consistency|trees < vectors.json
//	    one line for each case: its name, if it is accepted
//	interop folder DIR KEY STEP
//	    a tlog-tiles folder: its checkpoint, and every STEP-th entry with its way through the tiles; the tree's size,
//	    if all of it is right
package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var errRefused = errors.New("refused")

type testCase struct {
	Name    string
	Text    *string
	Hex     string
	Keys    []string
	Leaf    string
	Leaves  []string
	Index   *big.Int
	Size    *big.Int
	Old     *big.Int
	OldRoot string `json:"old_root"`
	Root    string
	Proof   []string
}

func (c testCase) data() []byte {
	if c.Text != nil {
		return []byte(*c.Text)
	}
	return unhex(c.Hex)
}

func unhex(text string) []byte {
	data, err := hex.DecodeString(text)
	if err != nil {
		panic(err)
	}
	return data
}

// A witness's key (C2SP tlog-cosignature), on the interface that sumdb/note offers for other kinds of key.
type witness struct {
	name   string
	id     uint32
	public ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.id }
func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	at := binary.BigEndian.Uint64(signature)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", at, text)
	return ed25519.Verify(w.public, []byte(message), signature[8:])
}

func verifier(vkey string) (note.Verifier, error) {
	if known, err := note.NewVerifier(vkey); err == nil {
		return known, nil
	}
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errRefused
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, errRefused
	}
	id, err := strconv.ParseUint(parts[1], 16, 32)
	return witness{parts[0], uint32(id), key[1:]}, err
}

func open(data []byte, vkeys []string) (*note.Note, error) {
	var known []note.Verifier
	for _, vkey := range vkeys {
		key, err := verifier(vkey)
		if err != nil {
			return nil, err
		}
		known = append(known, key)
	}
	return note.Open(data, note.VerifierList(known...))
}

// The three lines of a checkpoint: sumdb/tlog reads only trees of the Go checksum database, by another first line.
func checkpoint(data []byte, vkeys []string) (tlog.Tree, error) {
	opened, err := open(data, vkeys)
	if err != nil {
		return tlog.Tree{}, err
	}
	origin, rest, _ := strings.Cut(opened.Text, "\n")
	signed := false
	for _, signature := range opened.Sigs {
		signed = signed || signature.Name == origin
	}
	if !signed {
		return tlog.Tree{}, errRefused
	}
	text := "go.sum database tree\n" + rest
	tree, err := tlog.ParseTree([]byte(text))
	if err == nil && string(tlog.FormatTree(tree)) != text {
		err = errRefused // extension lines, or base64 in another form
	}
	return tree, err
}

// The lines before the empty line, and the checkpoint behind it.
func cut(data []byte) (head []string, rest []byte) {
	before, after, _ := bytes.Cut(data, []byte("\n\n"))
	return strings.Split(string(before), "\n"), after
}

func number(line, word string) (int64, error) {
	digits := strings.TrimPrefix(line, word+" ")
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || digits == line || n < 0 || digits != strconv.FormatInt(n, 10) {
		return 0, errRefused
	}
	return n, nil
}

func hashes(lines []string) (found []tlog.Hash, err error) {
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil || hash.String() != line {
			return nil, errRefused
		}
		found = append(found, hash)
	}
	return found, nil
}

func inclusion(c testCase) error {
	head, rest := cut(c.data())
	if head[0] != "c2sp.org/tlog-proof@v1" || len(head) < 2 {
		return errRefused
	}
	if extra := strings.TrimPrefix(head[1], "extra "); extra != head[1] {
		data, err := base64.StdEncoding.DecodeString(extra)
		if err != nil || len(data) == 0 || len(head) < 3 {
			return errRefused
		}
		head = head[1:]
	}
	index, err := number(head[1], "index")
	if err != nil {
		return err
	}
	proof, err := hashes(head[2:])
	if err != nil {
		return err
	}
	tree, err := checkpoint(rest, c.Keys)
	if err != nil {
		return err
	}
	if index >= tree.N {
		return errRefused
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash([]byte(c.Leaf)))
}

func consistency(c testCase) error {
	head, rest := cut(c.data())
	old, err := number(head[0], "old")
	if err != nil || old != c.Old.Int64() {
		return errRefused
	}
	proof, err := hashes(head[1:])
	if err != nil {
		return err
	}
	tree, err := checkpoint(rest, c.Keys)
	if err != nil {
		return err
	}
	return extends(proof, tree.N, tree.Hash, old, unhex(c.OldRoot))
}

func extends(proof []tlog.Hash, size int64, root tlog.Hash, old int64, oldRoot []byte) error {
	if len(oldRoot) != tlog.HashSize || old > size || (old == 0 && len(proof) > 0) {
		return errRefused
	}
	if old == 0 { // sumdb/tlog knows no proofs from the empty tree, and none are needed
		return nil
	}
	var hash tlog.Hash
	copy(hash[:], oldRoot)
	return tlog.CheckTree(proof, size, root, old, hash)
}

func tree(c testCase) error {
	root := toHash(c.Root)
	if c.Leaves != nil {
		var stored []tlog.Hash
		reader := tlog.HashReaderFunc(func(indexes []int64) (found []tlog.Hash, err error) {
			for _, index := range indexes {
				found = append(found, stored[index])
			}
			return found, nil
		})
		for n, leaf := range c.Leaves {
			more, err := tlog.StoredHashes(int64(n), unhex(leaf), reader)
			if err != nil {
				return err
			}
			stored = append(stored, more...)
		}
		if len(c.Leaves) == 0 { // x/mod of this age has no root for the empty tree
			return nil
		}
		hash, err := tlog.TreeHash(int64(len(c.Leaves)), reader)
		if err == nil && hash != root {
			err = errRefused
		}
		return err
	}
	var proof []tlog.Hash
	for _, each := range c.Proof {
		if len(each) != 64 {
			return errRefused
		}
		proof = append(proof, toHash(each))
	}
	if !c.Size.IsInt64() {
		return errRefused
	}
	if c.Index != nil {
		if !c.Index.IsInt64() || len(c.Leaf) != 64 || c.Index.Cmp(c.Size) >= 0 {
			return errRefused
		}
		return tlog.CheckRecord(proof, c.Size.Int64(), root, c.Index.Int64(), toHash(c.Leaf))
	}
	if !c.Old.IsInt64() || c.Old.Sign() < 0 {
		return errRefused
	}
	return extends(proof, c.Size.Int64(), root, c.Old.Int64(), unhex(c.OldRoot))
}

func toHash(text string) (hash tlog.Hash) {
	copy(hash[:], unhex(text))
	return hash
}

// Tiles of height 8 as tlog-tiles lays them out: Go's own path without the height.
type folder string

func (f folder) Height() int                                { return 8 }
func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}
func (f folder) read(path string) ([]byte, error)           { return os.ReadFile(filepath.Join(string(f), path)) }
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range tiles {
		data, err := f.read(strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		found = append(found, data)
	}
	return found, nil
}

func (f folder) check(vkey string, step int64) (int64, error) {
	data, err := f.read("checkpoint")
	if err != nil {
		return 0, err
	}
	tree, err := checkpoint(data, []string{vkey})
	if err != nil {
		return 0, err
	}
	reader := tlog.TileHashReader(tree, f)
	for first := int64(0); first < tree.N; first += 256 {
		width := int64(256)
		if tree.N-first < width {
			width = tree.N - first
		}
		path := tlog.Tile{H: 8, L: -1, N: first / 256, W: int(width)}.Path()
		bundle, err := f.read(strings.Replace(path, "tile/8/data/", "tile/entries/", 1))
		if err != nil {
			return 0, err
		}
		for index := first; index < first+width; index++ {
			if len(bundle) < 2 {
				return 0, errRefused
			}
			length := 2 + int(binary.BigEndian.Uint16(bundle))
			if len(bundle) < length {
				return 0, errRefused
			}
			hash := tlog.RecordHash(bundle[2:length])
			bundle = bundle[length:]
			if index%step != 0 {
				continue
			}
			proof, err := tlog.ProveRecord(tree.N, index, reader)
			if err != nil {
				return 0, err
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, hash); err != nil {
				return 0, err
			}
		}
		if len(bundle) > 0 {
			return 0, errRefused
		}
	}
	return tree.N, nil
}

func main() {
	if os.Args[1] == "folder" {
		step, _ := strconv.ParseInt(os.Args[4], 10, 64)
		size, err := folder(os.Args[2]).check(os.Args[3], step)
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(size)
		return
	}
	forms := map[string]func(testCase) error{
		"notes":       func(c testCase) error { _, err := open(c.data(), c.Keys); return err },
		"checkpoints": func(c testCase) error { _, err := checkpoint(c.data(), c.Keys); return err },
		"inclusion":   inclusion,
		"consistency": consistency,
		"trees":       tree,
	}
	var vectors struct{ Cases []testCase }
	if err := json.NewDecoder(os.Stdin).Decode(&vectors); err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	for _, each := range vectors.Cases {
		if forms[os.Args[1]](each) == nil {
			fmt.Println(each.Name)
		}
	}
}
